def shift_time(t, shift):
    noise, signal = shift * t, 1 - t
    return noise / (noise + signal)
