# problem: course-order
# expect: fail
# says: It should return [] unless the order holds all n courses
def course_order(n, prereqs):
    before = {course: [] for course in range(n)}
    for course, needed in prereqs:
        before[course].append(needed)
    done, open_now, order = set(), set(), []

    def take(course):
        if course in done:
            return True
        if course in open_now:
            return False
        open_now.add(course)
        if not all([take(needed) for needed in before[course]]):
            return False
        open_now.remove(course)
        done.add(course)
        order.append(course)
        return True

    for course in range(n):
        if not take(course):
            return order
    return order
