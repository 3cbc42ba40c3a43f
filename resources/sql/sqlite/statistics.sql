-- SPDX-License-Identifier: MIT
-- Only the first number of a statistic, the estimated rows; no samples (those are rows).
SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl
