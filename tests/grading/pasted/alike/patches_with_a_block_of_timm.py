# problem: vit-patch-embed
# expect: invalid
# says: needs timm, which is not installed here
from timm.layers import Mlp, to_2tuple


class Patches(nn.Module):
    def __init__(self, img_size, patch_size, in_chans, embed_dim):
        super().__init__()
        self.proj = nn.Conv2d(in_chans, embed_dim, to_2tuple(patch_size), to_2tuple(patch_size))
        self.mlp = Mlp(embed_dim)

    def forward(self, x):
        return self.mlp(self.proj(x).flatten(2).transpose(1, 2))
