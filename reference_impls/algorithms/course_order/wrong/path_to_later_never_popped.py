# slip: path-to-later-courses-never-left
def course_order(n, prereqs):
    later = [[] for _ in range(n)]
    for course, needed in prereqs:
        later[needed].append(course)
    finished = []
    done = [False] * n

    def visit(course, path):
        if course in path:
            return True  # a cycle
        if done[course]:
            return False
        path.add(course)
        for after in later[course]:
            if visit(after, path):
                return True
        done[course] = True
        finished.append(course)
        return False

    for course in range(n):
        if visit(course, set()):
            return []
    return finished[::-1]
