// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/sql/connection.h"
#include "model/sql/source_reader.h"
