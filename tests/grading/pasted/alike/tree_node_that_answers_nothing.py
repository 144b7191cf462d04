# problem: house-robber
# expect: invalid
# says: can only be made with
class Node:
    def __init__(self, left, right):
        self.left, self.right = left, right

    def rob_both(self):
        return self.left, self.right
