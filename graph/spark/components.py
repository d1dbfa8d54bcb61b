"""Claims that share a key, one through another, as blocks, by rounds over whole tables.

The rounds are the large and small stars of Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii, "Connected Components in
MapReduce and Beyond" (2014): each ties every node to the smallest of its neighbours, until there are stars and nothing else. A
chain takes a number of rounds that grows with the logarithm of its length, and a key that many claims share is a star from the
beginning.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Keep = Callable[["DataFrame", str], "DataFrame"]
"""Writes a table under a name and gives it back as it was written: rounds build on results and not on plans."""


def blocks(held: DataFrame, keep: Keep) -> DataFrame:
    """Of claims, by `id`, that hold a `key`: each claim that shares one, and as `block` the smallest claim of its block."""
    from pyspark.sql import functions as F  # noqa: N812 - its usual name

    heads = held.groupBy("key").agg(F.min("id").alias("low"), F.max("id").alias("last")).where("low < last")
    ties = held.join(heads, "key").where("id > low").select(F.col("id").alias("high"), "low").distinct()
    ties, turn = keep(ties, "ties-0"), 0
    while not _are_stars(ties):
        turn += 1
        ties = keep(_small_stars(_large_stars(ties)), f"ties-{turn}")
    tied = ties.select(F.col("high").alias("id"), F.col("low").alias("block"))
    return tied.union(ties.select("low", "low").distinct())


def _are_stars(ties: DataFrame) -> bool:
    """Whether each is tied to one that is tied to none itself."""
    from pyspark.sql import functions as F  # noqa: N812

    several = ties.groupBy("high").agg(F.count("*").alias("count")).where("count > 1").select("high")
    return bool(several.union(ties.select("low").intersect(ties.select("high"))).isEmpty())


def _large_stars(ties: DataFrame) -> DataFrame:
    """Tie the larger neighbours of each to the smallest of them and itself."""
    from pyspark.sql import functions as F  # noqa: N812

    both = ties.select(F.col("high").alias("node"), F.col("low").alias("near")).union(ties.select("low", "high"))
    least = both.groupBy("node").agg(F.least(F.min("near"), F.col("node")).alias("low"))
    return both.join(least, "node").where("near > node").select(F.col("near").alias("high"), "low").distinct()


def _small_stars(ties: DataFrame) -> DataFrame:
    """Tie each and its smaller neighbours to the smallest of these."""
    from pyspark.sql import functions as F  # noqa: N812

    least = ties.groupBy("high").agg(F.min("low").alias("least"))
    near = ties.join(least, "high").where("low > least").select("low", "least")
    return near.toDF("high", "low").union(least.toDF("high", "low")).distinct()
