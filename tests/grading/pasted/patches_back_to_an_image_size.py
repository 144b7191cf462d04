# problem: patchify
def patchify(images, patch_size):
    b, c, height, width = images.shape
    rows, cols = height // patch_size, width // patch_size
    x = images.reshape(b, c, rows, patch_size, cols, patch_size)
    return torch.einsum("bcrpsq->brspqc", x).reshape(b, rows * cols, -1)


def unpatchify(patches, patch_size, image_size):
    img_w, img_h = image_size[1], image_size[0]
    height, width = image_size
    rows, cols = height // patch_size, width // patch_size
    x = patches.reshape(len(patches), rows, cols, patch_size, patch_size, -1)
    return torch.einsum("brspqc->bcrpsq", x).reshape(len(patches), -1, img_h, img_w)
