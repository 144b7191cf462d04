"""How long a signal takes to reach every node: shortest paths by Dijkstra's algorithm (Dijkstra 1959, Numerische Mathematik 1,
269-271; Cormen et al., chapter 22).

A heap holds times at which the signal could arrive somewhere. The earliest of them is final, because weights are not negative
and every other way would start from a time that is no earlier; later entries for the same node are stale and skipped. All
nodes are reached when the last of the final times comes. O((n + edges) log edges) time.

times: triples (u, v, w), the signal takes w >= 0 from u to v, in this direction alone; loops and several edges from u to v
may occur. n: nodes 1 to n. k: the node where the signal starts, at time 0.

Returns: the time at which the last node is reached; -1 if there is one that is never reached.
"""

import heapq
from collections import deque
from collections.abc import Iterator
from math import inf

import torch

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Scenario, Slip, sweep


def network_delay(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    """The largest of the shortest distances from k, or -1."""
    edges_from: list[list[tuple[int, int]]] = [[] for _ in range(n + 1)]
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival: dict[int, int] = {}
    heap = [(0, k)]
    while heap:
        time, u = heapq.heappop(heap)
        if u in arrival:
            continue
        arrival[u] = time
        for v, w in edges_from[u]:
            heapq.heappush(heap, (time + w, v))
    return max(arrival.values()) if len(arrival) == n else -1


# ----------------------------------------------------------------------------------------------------------------------


Edges = list[tuple[int, int, int]]


def shuffled(draw: Draw, edges: Edges) -> Edges:
    """The same edges in a random order."""
    return [edges[i] for i in draw.permutation(len(edges))]


def relabelled(draw: Draw, edges: Edges, n: int) -> tuple[Edges, list[int]]:
    """The edges in a random order under other names, and the new name of each node (place 0 is unused)."""
    name = [0, *(1 + i for i in draw.permutation(n))]
    return shuffled(draw, [(name[u], name[v], w) for u, v, w in edges]), name


def reachable(draw: Draw, n: int, more: int, *, longest: int = 30) -> tuple[Edges, int]:
    """Random edges by which the returned node reaches every other one: a random tree, and `more` edges."""
    order = [1 + i for i in draw.permutation(n)]
    ends = [(order[draw.integer(0, i - 1)], order[i]) for i in range(1, n)]
    ends += [(draw.integer(1, n), draw.integer(1, n)) for _ in range(more)]
    return shuffled(draw, [(u, v, draw.integer(1, longest)) for u, v in ends]), order[0]


def small_network(draw: Draw) -> tuple[Edges, int, int]:
    n = draw.integer(1, 5)
    edges, start = reachable(draw, n, draw.integer(0, 6), longest=9)
    return edges[draw.integer(0, 5) == 0 :], n, start  # one is missing now and then


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    w = draw.integer(3, 9)
    yield Case("one node", ([], 1, 1))
    yield Case("one edge, from 2 to 1", ([(2, 1, w)], 2, 2))
    yield Case("one edge, against its direction", ([(1, 2, w)], 2, 2))
    yield Case("no edges", ([], 3, 2))
    yield Case("two ways out, the later one counts", ([(2, 1, w), (2, 3, w + 2)], 3, 2))
    yield Case("a detour is faster than the direct edge", ([(1, 2, w + 9), (1, 3, 2), (3, 2, w), (3, 4, 1)], 4, 1))
    yield Case("the direct edge is faster than many short ones", ([(1, 4, 4), (1, 2, 2), (2, 3, 2), (3, 4, 2)], 4, 1))
    yield Case("a faster arrival has to travel on", ([(1, 2, 1), (2, 3, w + 5), (3, 4, 1), (1, 3, 2)], 4, 1))
    yield Case("found first by the dear edge", ([(1, 2, 5), (1, 3, 1), (3, 2, 1), (2, 4, w)], 4, 1))
    yield Case(
        "found dear, on the way cheap", ([(1, 2, 9), (1, 3, 1), (3, 2, 1), (1, 4, 5), (2, 4, 1), (4, 5, 1)], 5, 1)
    )
    yield Case("a way through nodes of any number", ([(1, 3, 1), (3, 2, 1), (2, 4, 1)], 4, 1))
    yield Case("a node without edges", ([(1, 2, w), (2, 1, w)], 3, 1))
    yield Case("a part that cannot be reached", ([(1, 2, 1), (2, 3, w), (4, 3, 2), (4, 5, 1), (5, 1, 1)], 5, 1))
    yield Case(
        "a cycle, and an edge back to the start", ([(3, 1, w), (1, 2, 4), (2, 3, 1), (2, 4, 2), (4, 2, 5)], 4, 3)
    )
    yield Case("a node with an edge to itself", ([(1, 1, 2), (1, 2, w), (2, 2, 30)], 2, 1))
    yield Case("several edges between two nodes, the last is slower", ([(1, 2, w), (2, 3, 2), (1, 2, w + 8)], 3, 1))
    yield Case("several edges between two nodes, the first is slower", ([(1, 2, w + 8), (2, 3, 2), (1, 2, w)], 3, 1))
    yield Case("edges that take no time", ([(1, 2, 0), (2, 3, w), (3, 2, 0), (3, 4, 0)], 4, 1))
    yield Case("all edges take no time", ([(2, 1, 0), (1, 3, 0), (3, 2, 0)], 3, 2))
    yield Case("a chain, the last edge first", ([(i, i + 1, i) for i in range(11, 0, -1)], 12, 1))
    ladder = [(i, i + 2, 9) for i in range(1, 10)] + [(i, i + 1, 2) for i in range(1, 11)]
    edges, name = relabelled(draw, ladder, 11)
    yield Case("every node is found too late first", (edges, 11, name[1]))
    edges, k = reachable(draw, 9, 12)
    yield Case("nine nodes", (edges, 9, k))
    large = [(u, v, 10**12 + w) for u, v, w in edges]
    yield Case("large times", (large, 9, k))
    edges, _ = reachable(draw, 9, 12)
    yield Case("nine nodes, and a tenth that nothing leads to", ([*edges, (10, edges[0][0], 1)], 10, edges[0][0]))
    yield sweep("network_delay", small_network)
    edges, k = reachable(draw, 15, 90)
    yield Case("many edges", (edges, 15, k))
    edges, k = reachable(draw, 60, 180, longest=100)
    yield Case("sixty nodes", (edges, 60, k))


def final_when_pushed(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    seen = {k: 0}
    heap = [(0, k)]
    while heap:
        time, u = heapq.heappop(heap)
        for v, w in edges_from[u]:
            if v not in seen:
                seen[v] = time + w
                heapq.heappush(heap, (time + w, v))
    return max(seen.values()) if len(seen) == n else -1


def breadth_first(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival = {k: 0}
    queue = deque([k])
    while queue:
        u = queue.popleft()
        for v, w in edges_from[u]:
            if v not in arrival:
                arrival[v] = arrival[u] + w
                queue.append(v)
    return max(arrival.values()) if len(arrival) == n else -1


def one_round(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival: dict[int, float] = dict.fromkeys(range(1, n + 1), inf)
    arrival[k] = 0
    for u, v, w in times:
        arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival.values())
    return int(last) if last < inf else -1


def last_edge_wins(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    weight = {(u, v): w for u, v, w in times}
    arrival: dict[int, float] = dict.fromkeys(range(1, n + 1), inf)
    arrival[k] = 0
    for _ in range(n):
        for (u, v), w in weight.items():
            arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival.values())
    return int(last) if last < inf else -1


def place_zero_counts(times: list[tuple[int, int, int]], n: int, k: int) -> float:
    arrival: list[float] = [inf] * (n + 1)
    arrival[k] = 0
    for _ in range(n):
        for u, v, w in times:
            arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival)
    return last if last < inf else -1


def one_round_too_few(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival: dict[int, float] = dict.fromkeys(range(1, n + 1), inf)
    arrival[k] = 0
    for _ in range(n - 2):
        for u, v, w in times:
            arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival.values())
    return int(last) if last < inf else -1


def spanning_tree(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((w, v))
    reached: set[int] = set()
    total = 0
    heap = [(0, k)]
    while heap:
        w, u = heapq.heappop(heap)
        if u in reached:
            continue
        reached.add(u)
        total += w
        for edge in edges_from[u]:
            heapq.heappush(heap, edge)
    return total if len(reached) == n else -1


def ordered_by_node(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival: dict[int, int] = {}
    heap = [(k, 0)]
    while heap:
        u, time = heapq.heappop(heap)
        if u in arrival:
            continue
        arrival[u] = time
        for v, w in edges_from[u]:
            heapq.heappush(heap, (v, time + w))
    return max(arrival.values()) if len(arrival) == n else -1


def nodes_from_zero(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival: list[float] = [inf] * n
    arrival[k] = 0
    for _ in range(n):
        for u, v, w in times:
            arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival)
    return int(last) if last < inf else -1


def no_list_for_some(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {}
    for u, v, w in times:
        edges_from.setdefault(u, []).append((v, w))
    arrival: dict[int, int] = {}
    heap = [(0, k)]
    while heap:
        time, u = heapq.heappop(heap)
        if u in arrival:
            continue
        arrival[u] = time
        for v, w in edges_from[u]:
            heapq.heappush(heap, (time + w, v))
    return max(arrival.values()) if len(arrival) == n else -1


def first_path(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    reached: dict[int, int] = {}
    stack = [(k, 0)]
    while stack:
        node, time = stack.pop()
        if node not in reached:
            reached[node] = time
            stack += [(v, time + w) for u, v, w in reversed(times) if u == node]
    return max(reached.values()) if len(reached) == n else -1


def unreachable_is_zero(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    time = [float("inf")] * (n + 1)
    time[k] = 0
    for _ in range(n):
        for u, v, w in times:
            time[v] = min(time[v], time[u] + w)
    last = max(time[1:])
    return int(last) if last < float("inf") else 0


def flag_of_the_last_edge(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival: dict[int, float] = dict.fromkeys(range(1, n + 1), inf)
    arrival[k] = 0
    for _ in range(n):
        changed = False
        for u, v, w in times:
            changed = arrival[u] + w < arrival[v]
            if changed:
                arrival[v] = arrival[u] + w
        if not changed:
            break
    last = max(arrival.values())
    return int(last) if last < inf else -1


def final_when_pushed_nearest_first(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((w, v))
    seen = {k: 0}
    heap = [(0, k)]
    while heap:
        time, u = heapq.heappop(heap)
        for w, v in sorted(edges_from[u]):
            if v not in seen:
                seen[v] = time + w
                heapq.heappush(heap, (time + w, v))
    return max(seen.values()) if len(seen) == n else -1


def middle_node_last(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    d: list[list[float]] = [[inf] * n for _ in range(n)]
    for u, v, w in times:
        d[u - 1][v - 1] = min(d[u - 1][v - 1], w)
    for u in range(n):
        d[u][u] = 0
    for u in range(n):
        for v in range(n):
            for middle in range(n):
                d[u][v] = min(d[u][v], d[u][middle] + d[middle][v])
    last = max(d[k - 1])
    return int(last) if last < inf else -1


def middle_node_second(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    d: list[list[float]] = [[inf] * n for _ in range(n)]
    for u, v, w in times:
        d[u - 1][v - 1] = min(d[u - 1][v - 1], w)
    for u in range(n):
        d[u][u] = 0
    for u in range(n):
        for middle in range(n):
            for v in range(n):
                d[u][v] = min(d[u][v], d[u][middle] + d[middle][v])
    last = max(d[k - 1])
    return int(last) if last < inf else -1


def first_edge_wins(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    weight: dict[tuple[int, int], int] = {}
    for u, v, w in times:
        weight.setdefault((u, v), w)
    arrival: dict[int, float] = dict.fromkeys(range(1, n + 1), inf)
    arrival[k] = 0
    for _ in range(n):
        for (u, v), w in weight.items():
            arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival.values())
    return int(last) if last < inf else -1


def depth_first_once_each(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival: dict[int, int] = {}

    def visit(u: int, time: int) -> None:
        if u in arrival:
            arrival[u] = min(arrival[u], time)
            return
        arrival[u] = time
        for v, w in edges_from[u]:
            visit(v, time + w)

    visit(k, 0)
    return max(arrival.values()) if len(arrival) == n else -1


def stops_at_the_nth_pop(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    heap = [(0, k)]
    popped = 0
    while heap:
        time, u = heapq.heappop(heap)
        popped += 1
        if popped == n:
            return time
        for v, w in edges_from[u]:
            heapq.heappush(heap, (time + w, v))
    return -1


def start_without_time_zero(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival: dict[int, float] = dict.fromkeys(range(1, n + 1), inf)
    for u, v, w in times:
        if u == k:
            arrival[v] = min(arrival[v], w)
    for _ in range(n):
        for u, v, w in times:
            arrival[v] = min(arrival[v], arrival[u] + w)
    last = max(arrival.values())
    return int(last) if last < inf else -1


def last_entry_of_the_heap(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival: dict[int, int] = {}
    heap = [(0, k)]
    time = 0
    while heap:
        time, u = heapq.heappop(heap)
        if u in arrival:
            continue
        arrival[u] = time
        for v, w in edges_from[u]:
            heapq.heappush(heap, (time + w, v))
    return time if len(arrival) == n else -1


def last_entry_pushed_before_it_was_reached(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    edges_from: dict[int, list[tuple[int, int]]] = {u: [] for u in range(1, n + 1)}
    for u, v, w in times:
        edges_from[u].append((v, w))
    arrival: dict[int, int] = {}
    heap = [(0, k)]
    time = 0
    while heap:
        time, u = heapq.heappop(heap)
        if u in arrival:
            continue
        arrival[u] = time
        for v, w in edges_from[u]:
            if v not in arrival:
                heapq.heappush(heap, (time + w, v))
    return time if len(arrival) == n else -1


def heaped_once(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival = {k: 0}
    heap, put = [(0, k)], {k}
    while heap:
        _, u = heapq.heappop(heap)
        for a, v, w in times:
            if a == u and arrival[u] + w < arrival.get(v, inf):
                arrival[v] = arrival[u] + w
                if v not in put:
                    put.add(v)
                    heapq.heappush(heap, (arrival[v], v))
    return max(arrival.values()) if len(arrival) == n else -1


def queued_once(times: list[tuple[int, int, int]], n: int, k: int) -> int:
    arrival = {k: 0}
    queue, put = deque([k]), {k}
    while queue:
        u = queue.popleft()
        for a, v, w in times:
            if a == u and arrival[u] + w < arrival.get(v, inf):
                arrival[v] = arrival[u] + w
                if v not in put:
                    put.add(v)
                    queue.append(v)
    return max(arrival.values()) if len(arrival) == n else -1


PROBLEM = Problem(
    id="network-delay",
    entries=(network_delay,),
    cases=cases,
    grad=False,
    dtypes=(torch.float32,),
    slips=(
        FunctionSlip(
            "heaped-once",
            {"network_delay": heaped_once},
            "A node enters your heap once, with the first time found; when a shorter way lowers it, its edges are taken too "
            "late or never again: push it anew.",
        ),
        FunctionSlip(
            "queued-once",
            {"network_delay": queued_once},
            "A node enters your queue once; when a shorter way lowers its time later, what lies behind it keeps the old one: "
            "queue it again, or take the nearest first from a heap.",
        ),
        FunctionSlip(
            "final-when-pushed",
            {"network_delay": final_when_pushed},
            "A node's time is final for you when it is first pushed, though a faster way may be found before it is popped. "
            "Mark it when it comes off the heap, and push again whenever the time improves.",
        ),
        FunctionSlip(
            "breadth-first",
            {"network_delay": breadth_first},
            "You take the way with the fewest edges, as a breadth-first search finds it; more edges may be faster. Visit the "
            "nodes in the order of their times, with a heap.",
        ),
        Slip(
            "edges-counted",
            "heapq.heappush(heap, (time + w, v))",
            "heapq.heappush(heap, (time + 1, v))",
            "You count edges and leave out how long each takes: add w.",
        ),
        Slip(
            "weight-alone",
            "heapq.heappush(heap, (time + w, v))",
            "heapq.heappush(heap, (w, v))",
            "You push the weight of the edge alone, as Prim's spanning tree does; a path takes the time so far plus w.",
        ),
        FunctionSlip(
            "one-round",
            {"network_delay": one_round},
            "You go through the edges once, which is enough only if they stand in a lucky order: Bellman-Ford repeats it "
            "n - 1 times, or until nothing changes.",
        ),
        FunctionSlip(
            "last-edge-wins",
            {"network_delay": last_edge_wins},
            "Where several edges lead from u to v you keep the last one alone, as a dict or matrix entry does; keep all of "
            "them, or the smallest.",
        ),
        Slip(
            "both-directions",
            "edges_from[u].append((v, w))",
            "edges_from[u].append((v, w))\n        edges_from[v].append((u, w))",
            "Your signal also goes from v to u; an edge leads from u to v alone.",
        ),
        Slip(
            "reversed",
            "edges_from[u].append((v, w))",
            "edges_from[v].append((u, w))",
            "Your signal goes from v to u: a triple is (from, to, time), so put (v, w) into the list of u.",
        ),
        Slip(
            "zero-is-no-edge",
            "for u, v, w in times:",
            "for u, v, w in [edge for edge in times if edge[2]]:",
            "An edge that takes time 0 is skipped, as if 0 meant 'no edge'; initialise with infinity, and test for that.",
        ),
        Slip(
            "unreached-left-out",
            " if len(arrival) == n else -1",
            "",
            "You take the maximum over the nodes that are reached; if one is not, the answer is -1.",
        ),
        Slip(
            "infinity",
            " if len(arrival) == n else -1",
            ' if len(arrival) == n else float("inf")  # type: ignore[return-value]',
            "If a node is never reached you return infinity; the spec wants -1.",
        ),
        FunctionSlip(
            "place-zero-counts",
            {"network_delay": place_zero_counts},
            "You always answer -1, as if place 0 of a list, which stays infinite, counted: nodes are 1 to n, so leave it out "
            "of the maximum.",
        ),
        Slip(
            "sum-of-times",
            "max(arrival.values())",
            "sum(arrival.values())",
            "You add up the times of all nodes; the signal travels everywhere at once, so the last arrival counts.",
        ),
        Slip(
            "starts-at-one",
            "heap = [(0, k)]",
            "heap = [(0, 1)]",
            "Your signal starts at node 1; it starts at node k.",
        ),
        Slip(
            "limited-infinity",
            "if len(arrival) == n else -1",
            "if len(arrival) == n and max(arrival.values()) < 10**9 else -1",
            "A large number stands for 'not reached' in your answer, and times may be larger: use float('inf') or math.inf.",
        ),
        FunctionSlip(
            "one-round-too-few",
            {"network_delay": one_round_too_few},
            "You relax the edges n - 2 times; a shortest path has up to n - 1 edges, and so many rounds it takes.",
        ),
        FunctionSlip(
            "spanning-tree",
            {"network_delay": spanning_tree},
            "You add up the edges of a spanning tree (Prim); what is asked for is the longest of the shortest paths from k: "
            "push the time so far plus w, and take the maximum.",
        ),
        FunctionSlip(
            "ordered-by-node",
            {"network_delay": ordered_by_node},
            "Your heap compares nodes, not times: tuples compare by their first part, so push (time, node).",
        ),
        FunctionSlip(
            "nodes-from-zero",
            {"network_delay": nodes_from_zero},
            "Your table has places 0 to n-1, and the nodes are 1 to n: make n + 1 places, or subtract 1.",
        ),
        Slip(
            "zero-is-no-answer",
            " if len(arrival) == n else -1",
            " if len(arrival) == n and any(arrival.values()) else -1",
            "A time of 0 becomes -1, as if 0 meant 'not reached': test whether all nodes are reached, not whether the time is "
            "true.",
        ),
        Slip(
            "no-edges-no-answer",
            "arrival: dict[int, int] = {}",
            "arrival: dict[int, int] = {}\n    if not times:\n        return -1",
            "Without edges you answer -1; where k is the only node, it is reached at time 0.",
        ),
        Slip(
            "last-node-alone",
            "max(arrival.values()) if len(arrival) == n else -1",
            "arrival.get(n, -1)",
            "You return when the signal reaches node n; the time at which it has reached every node is asked for.",
        ),
        Slip(
            "nodes-without-edges-left-out",
            "if len(arrival) == n else",
            "if arrival.keys() >= {node for edge in times for node in edge[:2]} else",
            "You look only at nodes that have edges; a node without any, k aside, is never reached: compare with n.",
        ),
        FunctionSlip(
            "no-list-for-some",
            {"network_delay": no_list_for_some},
            "A node that no edge leaves has no entry in your dict, and looking it up raises KeyError: use a defaultdict, or "
            "get(u, []).",
        ),
        FunctionSlip(
            "first-path",
            {"network_delay": first_path},
            "A depth-first search keeps the time of the first path that it meets; a later path may be faster: "
            "relax, or settle in order of time.",
        ),
        FunctionSlip(
            "unreachable-is-zero",
            {"network_delay": unreachable_is_zero},
            "You return 0 when a node is never reached; -1 is asked for.",
        ),
        FunctionSlip(
            "flag-of-the-last-edge",
            {"network_delay": flag_of_the_last_edge},
            "The search ends when the last edge of a round improves nothing, as where the flag 'changed' is set "
            "anew for every edge: set it to false once a round, and to true where anything improves.",
        ),
        FunctionSlip(
            "final-when-pushed-nearest-first",
            {"network_delay": final_when_pushed_nearest_first},
            "A node's time is final for you when it is first pushed, with the shortest edges of a node first; a faster way may "
            "be found before it is popped. Mark it when it comes off the heap.",
        ),
        FunctionSlip(
            "middle-node-last",
            {"network_delay": middle_node_last},
            "In Floyd-Warshall the loop over the node in the middle has to be the outermost; innermost, ways over several nodes "
            "are missed.",
        ),
        FunctionSlip(
            "middle-node-second",
            {"network_delay": middle_node_second},
            "In Floyd-Warshall the loop over the node in the middle has to be the outermost; inside the loop over the start, "
            "ways over several nodes are missed.",
        ),
        FunctionSlip(
            "first-edge-wins",
            {"network_delay": first_edge_wins},
            "Where several edges lead from u to v you keep the first one alone; keep all of them, or the smallest.",
        ),
        FunctionSlip(
            "depth-first-once-each",
            {"network_delay": depth_first_once_each},
            "A faster way to a node met before lowers its own time, but not that of the nodes after it: go on from there again, "
            "or settle in order of time.",
        ),
        FunctionSlip(
            "stops-at-the-nth-pop",
            {"network_delay": stops_at_the_nth_pop},
            "You return at the n-th entry that comes off the heap, and a node may come off several times: count different nodes.",
        ),
        FunctionSlip(
            "start-without-time-zero",
            {"network_delay": start_without_time_zero},
            "The start is reached at time 0; in your answer it has to be reached over edges, like any other node.",
        ),
        FunctionSlip(
            "last-entry-of-the-heap",
            {"network_delay": last_entry_of_the_heap},
            "You return the time of the last entry that comes off the heap, which may be a stale one: take it after the test "
            "whether the node is reached already.",
        ),
        FunctionSlip(
            "last-entry-pushed-before-it-was-reached",
            {"network_delay": last_entry_pushed_before_it_was_reached},
            "You return the time of the last entry that comes off the heap, which may be a stale one, though you push none for "
            "nodes that are reached: take it after the test whether the node is reached already.",
        ),
    ),
)
