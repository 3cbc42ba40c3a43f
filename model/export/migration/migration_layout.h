// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A template of migrations taken apart, as resources/migrations/README.md describes it. What it
// makes of comments is in migration.cpp.
#pragma once

#include "model/catalog/source.h"
#include "model/export/migration/migration.h"

namespace cadastre {

enum class MigrationBlock : std::uint8_t { Once, Each, EachReverse, LeftOut };

/// Lines that belong together, without their line ends.
struct MigrationLines
{
    MigrationBlock block = MigrationBlock::Once;
    std::vector<Engine> engines; ///< only for these; empty for all
    QStringList lines;
};

struct MigrationFileLayout
{
    QString name;     ///< with words in braces
    QString onlyWith; ///< made only where some SQL contains this; empty for always
    std::vector<MigrationLines> parts;
};

struct MigrationLayout
{
    QString title;
    bool oneLine = false; ///< SQL of several lines is left out
    std::vector<MigrationFileLayout> files;
};

/// Fails with a sentence that names the template and the line.
Result<MigrationLayout> parseMigrationTemplate(const QString& name, const QByteArray& text);

} // namespace cadastre
