# slip: eaten-without-pause
def min_eating_speed(piles, h):
    total = sum(piles)
    return total // h + (1 if total % h else 0)
