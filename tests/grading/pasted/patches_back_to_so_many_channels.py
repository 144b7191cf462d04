# problem: patchify
# says: your in_chans is how many channels the patches have
def patchify(imgs, p):
    b, c, height, width = imgs.shape
    x = imgs.reshape(b, c, height // p, p, width // p, p)
    return x.permute(0, 2, 4, 3, 5, 1).reshape(b, -1, p * p * c)


def unpatchify(x, patch_size, in_chans, img_size):
    height, width = img_size
    x = x.reshape(len(x), height // patch_size, width // patch_size, patch_size, patch_size, in_chans)
    return x.permute(0, 5, 1, 3, 2, 4).reshape(len(x), in_chans, height, width)
