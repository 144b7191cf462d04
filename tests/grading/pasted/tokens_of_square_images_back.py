# problem: patchify
# expect: fail
# says: The problem also asks for h and w: your unpatchify has no such parameter.
def patchify(images, p):
    B, C, H, W = images.shape
    cells = images.view(B, C, H // p, p, W // p, p)
    return cells.permute(0, 2, 4, 3, 5, 1).flatten(3).flatten(1, 2)


def unpatchify(tokens, p):
    side = int(tokens.shape[1] ** 0.5)
    cells = tokens.view(len(tokens), side, side, p, p, -1)
    return cells.permute(0, 5, 1, 3, 2, 4).flatten(4).flatten(2, 3)
