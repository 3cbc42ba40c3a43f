// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Placeholder of the room until its first function lands.
#include "diagram/layout.h"
