// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which templates there are: those of the program and those of a folder.
#include "model/export/migration/migration_layout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <map>

namespace cadastre {

namespace {

using TemplatesByName = std::map<QString, MigrationTemplate>;

Result<Nothing> addTemplatesOf(const QString& folder, TemplatesByName& templates)
{
    const QDir directory(folder);
    for (const QFileInfo& entry :
         directory.entryInfoList({QStringLiteral("*.template")}, QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Error{QStringLiteral("The template %1 cannot be read: %2.")
                             .arg(entry.filePath(), file.errorString()),
                         {}};
        const QString name = entry.completeBaseName();
        const QByteArray text = file.readAll();
        const Result<MigrationLayout> layout = parseMigrationTemplate(entry.filePath(), text);
        if (!layout)
            return layout.error();
        const QString title = layout->title == entry.filePath() ? name : layout->title;
        templates.insert_or_assign(name, MigrationTemplate{name, title, text});
    }
    return ok();
}

} // namespace

Result<std::vector<MigrationTemplate>> migrationTemplates(const QString& folder)
{
    TemplatesByName known;
    if (const auto own = addTemplatesOf(QStringLiteral(":/migrations"), known); !own)
        return own.error();
    TemplatesByName added;
    if (!folder.isEmpty()) {
        if (!QFileInfo(folder).isDir())
            return Error{QStringLiteral("There is no folder %1 with templates.").arg(folder), {}};
        if (const auto theirs = addTemplatesOf(folder, added); !theirs)
            return theirs.error();
    }
    std::vector<MigrationTemplate> templates;
    for (const auto& [name, own] : known) {
        if (!added.contains(name))
            templates.push_back(own);
    }
    for (const auto& [name, theirs] : added)
        templates.push_back(theirs);
    return templates;
}

} // namespace cadastre
