# slip: none
def course_order(n, prereqs):
    left, order = list(range(n)), []
    while left:
        free = [c for c in left if all(c != a for a, _ in prereqs)]
        if not free:
            return []
        for c in free:
            left.remove(c)
            order.append(c)
            for pair in [pair for pair in prereqs if pair[1] == c]:
                prereqs.remove(pair)
    return order
