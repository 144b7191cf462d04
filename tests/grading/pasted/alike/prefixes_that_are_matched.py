# problem: prefix-cache-lookup
# says: RadixCache.match_prefix is graded as lookup
class TrieNode:
    def __init__(self, block_id=None):
        self.block_id = block_id
        self.children = {}


class RadixCache:
    def __init__(self, page_size):
        self.page_size = page_size
        self.root = TrieNode()
        self.next_id = 0

    def insert(self, token_ids):
        node, out = self.root, []
        for i in range(len(token_ids) // self.page_size):
            key = tuple(token_ids[i * self.page_size:(i + 1) * self.page_size])
            if key not in node.children:
                node.children[key] = TrieNode(self.next_id)
                self.next_id += 1
            node = node.children[key]
            out.append(node.block_id)
        return out

    def match_prefix(self, token_ids):
        node, out = self.root, []
        usable = max(len(token_ids) - 1, 0)
        for i in range(usable // self.page_size):
            key = tuple(token_ids[i * self.page_size:(i + 1) * self.page_size])
            if key not in node.children:
                break
            node = node.children[key]
            out.append(node.block_id)
        return out
