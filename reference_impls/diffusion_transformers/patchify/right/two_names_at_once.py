import torch


class Patches:
    @staticmethod
    def cut(x, p):
        n_rows, n_cols = x.shape[2] // p, x.shape[3] // p
        last = torch.movedim(x, 1, 3);                          # B H W C
        grid = torch.stack(last.chunk(n_rows, dim=1), dim=1);   # B gh p W C
        grid = torch.stack(grid.chunk(n_cols, dim=3), dim=2);   # B gh gw p p C
        return grid.flatten(-3).flatten(1, -2)

    @staticmethod
    def glue(tokens, p, h, w):
        grid = tokens.reshape(tokens.shape[0], h // p, w // p, p, p, -1)
        return grid.swapaxes(2, 3).reshape(tokens.shape[0], h, w, -1).movedim(3, 1)


patchify, unpatchify = Patches.cut, Patches.glue
