# slip: none
def course_order(n, prereqs):
    order = list(range(n))
    for _ in range(2):
        for c, p in prereqs:
            if c == p:
                return []
            i, j = order.index(c), order.index(p)
            if i < j:
                order.remove(p)
                order.insert(i, p)
    place = {c: i for i, c in enumerate(order)}
    return order if all(place[p] < place[c] for c, p in prereqs) else []
