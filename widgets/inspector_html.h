// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The facts of an object as rich text: sections of rows, links to other objects, code in fixed
// pitch. What the facts are lives in model/describe; the panel around it in inspector_panel.h.
#pragma once

#include "model/describe/describe.h"

namespace cadastre {

/// Rows of a section that are shown at first; the rest behind a "show all" link.
constexpr int inspectorRowLimit = 120;

/// `expanded` holds the titles of sections that show all their rows.
QString descriptionHtml(const ObjectDescription& description, const QStringList& expanded = {});

/// `object:3/17`: the target of a link in the text.
QString objectLink(ObjectRef object);
std::optional<ObjectRef> objectFromLink(const QString& link);
/// `section:TITLE`: the link that shows all rows; empty for other links.
QString sectionFromLink(const QString& link);

} // namespace cadastre
