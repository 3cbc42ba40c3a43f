// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// PlantUML: entities in packages, relationships with crow's feet
// (https://plantuml.com/ie-diagram). Every character that PlantUML could read as markup is written
// by its number.
#pragma once

#include "model/export/schema/schema_export.h"

namespace cadastre {

QByteArray schemaPlantUml(const SchemaExport& schema);

/// Text for names, labels and members.
QString plantUmlText(const QString& text);

} // namespace cadastre
