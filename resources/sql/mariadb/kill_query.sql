-- SPDX-License-Identifier: MIT
KILL QUERY ?
