# slip: hours-shared-evenly-rounded-down
def min_eating_speed(piles, h):
    per_pile = h // len(piles)
    biggest = max(piles)
    return max(1, biggest // per_pile)
