# problem: bucket-aspect-ratio
# says: each entry of your buckets is made an object of Bucket, by place
class Bucket(NamedTuple):
    width: int
    height: int
def assign_bucket(width, height, buckets):
    ratio = math.log(width / height)
    return min(range(len(buckets)), key=lambda i: abs(math.log(buckets[i].width / buckets[i].height) - ratio))
