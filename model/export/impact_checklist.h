// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The impact of a change as a checklist in Markdown: whom to talk to, what to do in which order.
#pragma once

#include "model/boundaries/impact/impact.h"

namespace cadastre {

QByteArray impactChecklist(const Catalog& catalog, const Boundaries& boundaries,
                           const Ownership& ownership, const Impact& impact);

} // namespace cadastre
