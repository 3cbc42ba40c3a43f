// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/catalog/kind_words.h"

#include <array>

namespace cadastre {

namespace {

constexpr std::array routineKinds{
    // by RoutineKind
    QT_TRANSLATE_NOOP("cadastre::KindWords", "function"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "procedure"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "aggregate function"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "window function"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "routine of unknown kind"),
};

constexpr std::array typeKinds{
    // by TypeKind
    QT_TRANSLATE_NOOP("cadastre::KindWords", "enum type"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "domain"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "composite type"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "range type"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "base type"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "type of unknown kind"),
};

constexpr std::array constraintKinds{
    // by ConstraintKind
    QT_TRANSLATE_NOOP("cadastre::KindWords", "primary key"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "unique constraint"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "foreign key"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "check constraint"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "exclusion constraint"),
    QT_TRANSLATE_NOOP("cadastre::KindWords", "constraint of unknown kind"),
};

} // namespace

QString routineKindName(RoutineKind kind)
{
    return QString::fromLatin1(routineKinds[static_cast<std::size_t>(kind)]);
}

QString typeKindName(TypeKind kind)
{
    return QString::fromLatin1(typeKinds[static_cast<std::size_t>(kind)]);
}

QString objectKindName(const Catalog& catalog, ObjectRef object)
{
    switch (object.kind) {
    case ObjectKind::Source:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "database"));
    case ObjectKind::Schema:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "schema"));
    case ObjectKind::Table:
        return tableKindName(catalog.table({object.index}).kind);
    case ObjectKind::Column:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "column"));
    case ObjectKind::Constraint:
        return QString::fromLatin1(
            constraintKinds[static_cast<std::size_t>(catalog.constraint({object.index}).kind)]);
    case ObjectKind::Index:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "index"));
    case ObjectKind::Trigger:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "trigger"));
    case ObjectKind::Routine:
        return routineKindName(catalog.routine({object.index}).kind);
    case ObjectKind::Type:
        return typeKindName(catalog.type({object.index}).kind);
    case ObjectKind::Role:
        return QStringLiteral(QT_TRANSLATE_NOOP("cadastre::KindWords", "role"));
    case ObjectKind::Other:
        return catalog.other({object.index}).kindName;
    }
    Q_UNREACHABLE();
}

} // namespace cadastre
