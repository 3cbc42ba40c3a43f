// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The statement that makes an object with a note on where it comes from, for the inspector.
#pragma once

#include "model/catalog/catalog.h"
#include "widgets/inspector_panel.h"

namespace cadastre {

/// Empty where the kind of object has no statement.
InspectorStatement statementOf(const Catalog& catalog, ObjectRef object);

} // namespace cadastre
