// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names and literals for any engine: the choice between the engines' own rules, which live in the
// files of the engines.
#pragma once

#include "model/catalog/source.h"
#include "model/result.h"

#include <QStringList>

namespace cadastre {

/// A name as it stands in a statement of that engine. Fails with a sentence for names that the
/// engine cannot have: NUL, lone surrogates, and the empty name but on SQLite.
Result<QString> quotedIdentifier(Engine engine, const QString& name);

/// Names joined by dots, each quoted; empty ones in front are left out.
Result<QString> quotedPath(Engine engine, const QStringList& names);

/// A text literal that reads back as exactly this text. Fails for text that the engine cannot
/// write.
Result<QString> quotedLiteral(Engine engine, const QString& text);

} // namespace cadastre
