class Node:
    def __init__(self, number=None):
        self.number, self.children = number, {}


class PrefixCache:
    def __init__(self, block_size):
        self.size, self.root, self.count = block_size, Node(), 0

    def insert(self, tokens):
        node, out = self.root, []
        for i in range(len(tokens) // self.size):
            key = tuple(tokens[i * self.size : (i + 1) * self.size])
            if key not in node.children:
                node.children[key] = Node(self.count)
                self.count += 1
            node = node.children[key]
            out.append(node.number)
        return out

    def lookup(self, tokens):
        node, out, i = self.root, [], 0
        while (i + 1) * self.size < len(tokens):
            node = node.children.get(tuple(tokens[i * self.size : (i + 1) * self.size]))
            if node is None:
                break
            out.append(node.number)
            i += 1
        return out
