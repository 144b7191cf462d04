# problem: house-robber
# says: not imported, since the solution does without: utils
from typing import List, Optional
from utils import TreeNode, SLLNode as ListNode


class Solution:
    def rob(self, nums: List[int], root: Optional[TreeNode] = None) -> int:
        kept, left = 0, 0
        for n in nums:
            kept, left = left + n, max(kept, left)
        return max(kept, left)
