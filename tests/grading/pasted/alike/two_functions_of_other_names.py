# problem: patchify
# says: to_patches is graded as patchify
def check(x):
    return x

def to_patches(img, patch):
    B, C, H, W = img.shape
    x = img.reshape(B, C, H // patch, patch, W // patch, patch)
    return x.permute(0, 2, 4, 3, 5, 1).reshape(B, (H // patch) * (W // patch), C * patch * patch)

def from_patches(tok, patch, height, width):
    B, N, D = tok.shape
    h, w = height // patch, width // patch
    x = tok.reshape(B, h, w, patch, patch, D // patch ** 2)
    return x.permute(0, 5, 1, 3, 2, 4).reshape(B, D // patch ** 2, height, width)
