-- SPDX-License-Identifier: MIT
PRAGMA encoding
