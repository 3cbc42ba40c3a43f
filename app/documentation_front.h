// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The first page of a documentation: what the database is and where to begin. Of a part of it, only
// its most important tables.
#pragma once

#include "app/documentation_files.h"

namespace cadastre {

Document documentationFront(const DocumentationRequest& request,
                            const DocumentationAnchors& anchors, const std::atomic_bool& cancelled);

} // namespace cadastre
