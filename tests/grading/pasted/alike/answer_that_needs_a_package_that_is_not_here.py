# problem: gaussian-filter
# expect: invalid
# says: needs filters_of_a_lab, which is not installed here
import filters_of_a_lab as filters


def gaussian_filter3(img):
    return filters.smooth(img, 3)
