// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/catalog_tree_texts.h"

#include "widgets/icons.h"
#include "widgets/object_icons.h"

#include <QCoreApplication>
#include <QLocale>

namespace cadastre {

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("cadastre::CatalogTree", source);
}

QString capitalized(QString word)
{
    if (!word.isEmpty())
        word[0] = word[0].toUpper();
    return word;
}

QString folderName(const TreeEntry& entry)
{
    switch (entry.folder) {
    case TreeFolder::Tables:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Tables"));
    case TreeFolder::Views:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Views"));
    case TreeFolder::MaterializedViews:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Materialized views"));
    case TreeFolder::ForeignTables:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Foreign tables"));
    case TreeFolder::VirtualTables:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Virtual tables"));
    case TreeFolder::UnknownTables:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Objects of unknown kind"));
    case TreeFolder::Routines:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Routines"));
    case TreeFolder::Types:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Types"));
    case TreeFolder::Others:
        return capitalized(entry.otherKind);
    case TreeFolder::Roles:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Roles"));
    case TreeFolder::Partitions:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Partitions"));
    case TreeFolder::Copies:
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Folded copies"));
    case TreeFolder::None:
        break;
    }
    Q_UNREACHABLE();
}

QString folderIconName(TreeFolder folder)
{
    switch (folder) {
    case TreeFolder::Views:
        return QStringLiteral("view");
    case TreeFolder::MaterializedViews:
        return QStringLiteral("view-materialized");
    case TreeFolder::ForeignTables:
        return QStringLiteral("table-foreign");
    case TreeFolder::VirtualTables:
        return QStringLiteral("table-virtual");
    case TreeFolder::Routines:
        return QStringLiteral("routine");
    case TreeFolder::Types:
        return QStringLiteral("type");
    case TreeFolder::Others:
    case TreeFolder::UnknownTables:
        return QStringLiteral("other");
    case TreeFolder::Roles:
        return QStringLiteral("role");
    case TreeFolder::Partitions:
    case TreeFolder::Copies:
        return QStringLiteral("table-partitioned");
    default:
        return QStringLiteral("table");
    }
}

QString problemWord(const Catalog& catalog, ObjectRef ref)
{
    if (ref.kind == ObjectKind::Table && catalog.table(TableId{ref.index}).broken)
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "broken"));
    if (catalog.base(ref).notRead)
        return text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "not read"));
    return {};
}

QString routineArguments(const Catalog& catalog, ObjectRef ref)
{
    return QLatin1Char('(') % catalog.routine(RoutineId{ref.index}).argumentTypes %
           QLatin1Char(')');
}

QString engineText(const Source& source)
{
    return engineName(source.engine) % QLatin1Char(' ') %
           source.serverVersion.section(QLatin1Char('-'), 0, 0);
}

} // namespace

QString treeEntryName(const Catalog& catalog, const TreeEntry& entry, const ObjectNames* names)
{
    if (entry.folder != TreeFolder::None)
        return folderName(entry);
    QString name = names ? names->first(entry.ref) : catalog.base(entry.ref).name;
    if (entry.ref.kind == ObjectKind::Routine)
        name += routineArguments(catalog, entry.ref);
    return name.replace(QLatin1Char('\n'), QChar(0x23ce)); // visible newline
}

namespace {

QString factText(const Catalog& catalog, ObjectRef ref)
{
    const QString problem = problemWord(catalog, ref);
    if (!problem.isEmpty())
        return problem;
    switch (ref.kind) {
    case ObjectKind::Column:
        return catalog.column(ColumnId{ref.index}).type;
    case ObjectKind::Source:
        return engineText(catalog.source(SourceId{ref.index}));
    case ObjectKind::Table:
        return catalog.table(TableId{ref.index}).kindCode;
    default:
        return {};
    }
}

} // namespace

QString treeEntrySecondaryText(const Catalog& catalog, const TreeEntry& entry,
                               const TreeFolderCount& count, const ObjectNames* names)
{
    if (entry.folder != TreeFolder::None) {
        const QString all = QLocale().toString(count.lines + count.folded);
        return count.folded == 0
                   ? all
                   : text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "%1 (%2 folded)"))
                         .arg(all, QLocale().toString(count.folded));
    }
    const QString fact = factText(catalog, entry.ref);
    QString other = names ? names->second(entry.ref) : QString();
    other.replace(QLatin1Char('\n'), QChar(0x23ce));
    if (other.isEmpty() || fact.isEmpty())
        return other.isEmpty() ? fact : other;
    return QString(other % QStringLiteral(" · ") % fact);
}

bool isTreeEntryStaged(const TreeEntry& entry, const ObjectNames* names)
{
    return names && entry.folder == TreeFolder::None && names->comments->isStaged(entry.ref);
}

QString treeEntryAccessibleText(const Catalog& catalog, const TreeEntry& entry,
                                const TreeFolderCount& count, const ObjectNames* names)
{
    const QString name = treeEntryName(catalog, entry, names);
    const QString secondary = treeEntrySecondaryText(catalog, entry, count, names);
    if (entry.folder != TreeFolder::None)
        return name % QStringLiteral(", ") % secondary;
    QString all = objectKindText(catalog, entry.ref) % QLatin1Char(' ') % name;
    if (!secondary.isEmpty())
        all += QStringLiteral(", ") % secondary;
    if (isTreeEntryStaged(entry, names))
        all += QStringLiteral(", ") %
               text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "comment staged, not written yet"));
    return all;
}

QString treeEntryToolTip(const Catalog& catalog, const TreeEntry& entry, const ObjectNames* names)
{
    if (entry.folder != TreeFolder::None)
        return QStringLiteral("<p><b>%1</b> · %2</p>")
            .arg(folderName(entry).toHtmlEscaped(),
                 text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Enter opens or closes it"))
                     .toHtmlEscaped());
    const QString name = names ? names->displayName(entry.ref) : catalog.displayName(entry.ref);
    QString tip =
        QStringLiteral("<p><b>%1</b> · %2</p>")
            .arg(name.toHtmlEscaped(), objectKindText(catalog, entry.ref).toHtmlEscaped());
    if (const auto problem = objectProblem(catalog, entry.ref))
        tip += QStringLiteral("<p>") % problem->toHtmlEscaped() % QStringLiteral("</p>");
    const bool staged = isTreeEntryStaged(entry, names);
    const QString comment =
        staged ? names->comments->comment(entry.ref) : catalog.base(entry.ref).comment.text;
    if (!comment.isEmpty())
        tip += QStringLiteral("<p style='white-space:pre-wrap'>") %
               comment.left(400).toHtmlEscaped() % QStringLiteral("</p>");
    if (staged)
        tip += QStringLiteral("<p><i>") %
               (comment.isEmpty()
                    ? text(QT_TRANSLATE_NOOP("cadastre::CatalogTree",
                                             "Staged: no comment; not written yet"))
                    : text(QT_TRANSLATE_NOOP("cadastre::CatalogTree", "Staged, not written yet"))) %
               QStringLiteral("</i></p>");
    return tip;
}

QIcon treeEntryIcon(const Catalog& catalog, const TreeEntry& entry)
{
    if (entry.folder != TreeFolder::None)
        return themedIcon(folderIconName(entry.folder));
    return objectIcon(catalog, entry.ref);
}

} // namespace cadastre
