# problem: shortest-tour
# expect: fail
# says: number 2 is graded
def tour_by_subsets(distances):
    count = len(distances)
    best = {(1, 0): (0, [0])}
    for seen in range(1, 1 << count, 2):
        for here in range(count):
            cost, way = best.get((seen, here), (None, None))
            if way is None:
                continue
            for place in range(count):
                key = (seen | 1 << place, place)
                if not seen >> place & 1 and (key not in best or best[key][0] > cost + distances[here][place]):
                    best[key] = (cost + distances[here][place], way + [place])
    whole = (1 << count) - 1
    ends = [(cost, way) for (seen, here), (cost, way) in best.items() if seen == whole]
    cost, way = min(ends)
    return [way + [0], cost]
