# slip: tomorrows-wait-and-one-always
def daily_temperatures(t):
    out = [0]
    for today, tomorrow in zip(t[-2::-1], t[:0:-1]):
        out.append(1 if tomorrow > today else out[-1] + 1)
    return out[: len(t)][::-1]
