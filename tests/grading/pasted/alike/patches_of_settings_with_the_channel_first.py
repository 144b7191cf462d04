# problem: patchify
# expect: fail
def patchify(self, pixel_values, interpolate_pos_encoding: bool = False):
    """Cut images of (batch, channels, height, width) into tokens of (batch, number, p**2 * channels)."""
    side = self.config.patch_size
    if not interpolate_pos_encoding and pixel_values.shape[2] % side:
        raise ValueError("the sides of an image have to be whole numbers of patches")
    b, c, height, width = pixel_values.shape
    rows, cols = height // side, width // side
    x = pixel_values.reshape(b, c, rows, side, cols, side)
    return torch.einsum("bcrpsq->brscpq", x).reshape(b, rows * cols, -1)


def unpatchify(self, tokens, h, w):
    side = self.config.patch_size
    rows, cols = h // side, w // side
    x = tokens.reshape(len(tokens), rows, cols, side, side, -1)
    return torch.einsum("brspqc->bcrpsq", x).reshape(len(tokens), -1, h, w)
