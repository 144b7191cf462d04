# problem: shortest-tour
# expect: invalid
# says: needs another kind of dist than the problem gives
# not: also needs dist
def tour(dist, n):
    @functools.cache
    def best(here, left):
        if not left:
            return dist(here, 0)
        return min(dist(here, place) + best(place, left - {place}) for place in left)

    return best(0, frozenset(range(1, n)))
