# problem: vit-patch-embed
# expect: fail
from timm.models.layers import to_2tuple, trunc_normal_


class Patches(nn.Module):
    def __init__(self, img_size=224, patch_size=16, in_chans=3, embed_dim=768):
        super().__init__()
        self.img_size, self.patch_size = to_2tuple(img_size), to_2tuple(patch_size)
        self.proj = nn.Conv2d(in_chans, embed_dim, kernel_size=self.patch_size, stride=self.patch_size)
        trunc_normal_(self.proj.weight, std=0.02)

    def forward(self, x):
        assert tuple(x.shape[2:]) == self.img_size
        return self.proj(x).transpose(2, 3).flatten(2).transpose(1, 2)
