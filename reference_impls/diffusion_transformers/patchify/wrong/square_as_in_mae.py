# slip: rows-of-a-square-grid
# unpatchify ignores h and w and takes the grid to be square (MAE's code)
# differs on: a 4 x 16 image with p=2: 2 x 8 patches come back as 4 x 4 
import torch


def patchify(imgs, p):
    h, w = imgs.shape[2] // p, imgs.shape[3] // p
    c = imgs.shape[1]
    x = imgs.reshape(shape=(imgs.shape[0], c, h, p, w, p))
    x = torch.einsum('nchpwq->nhwpqc', x)
    return x.reshape(shape=(imgs.shape[0], h * w, p ** 2 * c))


def unpatchify(tokens, p, h, w):
    g = int(tokens.shape[1] ** .5)
    c = tokens.shape[2] // p ** 2
    x = tokens.reshape(shape=(tokens.shape[0], g, -1, p, p, c))
    x = torch.einsum('nhwpqc->nchpwq', x)
    return x.reshape(shape=(x.shape[0], c, x.shape[2] * p, -1))
