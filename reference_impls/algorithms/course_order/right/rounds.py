from typing import List, Tuple


class Solution:
    def course_order(self, n: int, prereqs: List[Tuple[int, int]]) -> List[int]:
        todo = set(range(n))
        taken = []
        while todo:
            free = {c for c in todo if not any(course == c and needed in todo for course, needed in prereqs)}
            if not free:
                return []
            taken.extend(sorted(free, reverse=True))
            todo -= free
        return taken
