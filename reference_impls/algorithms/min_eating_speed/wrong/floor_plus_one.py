# slip: hours-floor-plus-one
def min_eating_speed(piles, h):
    speed = 1
    while speed <= max(piles) and sum(p // speed + 1 for p in piles) > h:
        speed += 1
    return speed
