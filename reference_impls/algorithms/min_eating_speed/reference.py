"""The slowest speed that eats all piles in time: binary search on the answer (LeetCode 875).

At speed v a pile of p takes ceil(p / v) hours, since what is left of an hour is not used for another pile. The hours needed
never rise as v grows, so 'in time' is False up to some speed and True from there on: keep low - 1 too slow and high fast enough
until they meet. high = max(piles) needs one hour a pile, in time because len(piles) <= h. O(n log max(piles)) time.

piles: a list of n >= 1 ints >= 1; h: an int, the hours, n <= h. Returns: an int >= 1.
"""


def min_eating_speed(piles: list[int], h: int) -> int:
    """The smallest integer v with sum(ceil(pile / v)) <= h."""
    low, high = 1, max(piles)
    while low < high:
        speed = (low + high) // 2
        hours = sum(-(-pile // speed) for pile in piles)  # -(-a // b) is ceil(a / b), exact for ints of any size
        if hours <= h:
            high = speed
        else:
            low = speed + 1
    return low
