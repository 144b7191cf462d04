# problem: network-delay
# expect: fail
# says: Your code skips links that take time 0.
# says: Your code returns infinity when some node is never reached.
import math


def network_delay(times, n, k):
    delay = [[0] * (n + 1) for _ in range(n + 1)]
    for source, goal, cost in times:
        known = delay[source][goal]
        delay[source][goal] = min(known, cost) if known else cost
    reached = {node: math.inf for node in range(1, n + 1)}
    reached[k] = 0
    for _ in range(n - 1):
        for source in range(1, n + 1):
            for goal in range(1, n + 1):
                if delay[source][goal]:
                    reached[goal] = min(reached[goal], reached[source] + delay[source][goal])
    return max(reached.values())
