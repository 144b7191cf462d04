# problem: patchify
# says: your patch_size has 2 numbers here, each what is given
def patchify(images, patch_size):
    high, wide = patch_size
    B, C, H, W = images.shape
    cells = images.view(B, C, H // high, high, W // wide, wide)
    return cells.permute(0, 2, 4, 3, 5, 1).flatten(3).flatten(1, 2)


def unpatchify(tokens, patch_size, h, w):
    rows, columns = h // patch_size[0], w // patch_size[1]
    cells = tokens.view(len(tokens), rows, columns, patch_size[0], patch_size[1], -1)
    return cells.permute(0, 5, 1, 3, 2, 4).flatten(4).flatten(2, 3)
