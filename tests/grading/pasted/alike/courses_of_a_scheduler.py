# problem: course-order
# says: CourseScheduler.order is graded as course_order
class CourseScheduler:
    def __init__(self, num_courses):
        self.n = num_courses
        self.graph = defaultdict(list)
        self.indeg = [0] * num_courses
    def add_prerequisite(self, course, needed):
        self.graph[needed].append(course)
        self.indeg[course] += 1
    def order(self, prerequisites):
        for c, p in prerequisites:
            self.add_prerequisite(c, p)
        q = deque(i for i in range(self.n) if not self.indeg[i])
        out = []
        while q:
            x = q.popleft(); out.append(x)
            for y in self.graph[x]:
                self.indeg[y] -= 1
                if not self.indeg[y]:
                    q.append(y)
        return out if len(out) == self.n else []
