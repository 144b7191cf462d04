def course_order(n, prereqs):
    import sys
    sys.setrecursionlimit(10000)
    need = {i: set() for i in range(n)}
    for c, d in prereqs: need[c].add(d)
    WHITE, GREY, BLACK = 0, 1, 2
    col = [WHITE] * n; order = []
    def visit(c):
        if col[c] == GREY: raise ValueError
        if col[c] == BLACK: return
        col[c] = GREY
        for d in need[c]: visit(d)
        col[c] = BLACK; order.append(c)
    try:
        for c in range(n): visit(c)
    except ValueError:
        return []
    return order
