# problem: patchify
# expect: fail
def patchify(images, patch_size):
    high, wide = patch_size
    B, C, H, W = images.shape
    cells = images.view(B, C, H // high, high, W // wide, wide)
    return cells.permute(0, 2, 4, 1, 3, 5).flatten(3).flatten(1, 2)


def unpatchify(tokens, patch_size, h, w):
    rows, columns = h // patch_size[0], w // patch_size[1]
    cells = tokens.view(len(tokens), rows, columns, -1, patch_size[0], patch_size[1])
    return cells.permute(0, 3, 1, 4, 2, 5).flatten(4).flatten(2, 3)
