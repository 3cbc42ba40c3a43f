// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The rules by which two names make a pair; see the header.
#include "model/relations/structure/polymorphic_match.h"

namespace cadastre {

namespace {

/// `target_table` with `target_record_id`: what is left of the id behind the words of the type.
bool isRowBehind(const QStringList& typeStem, const QStringList& idStem)
{
    if (idStem.isEmpty() || idStem.size() < typeStem.size())
        return false;
    const bool samePrefix = idStem.first(typeStem.size()) == typeStem;
    const QStringList rest = samePrefix ? idStem.sliced(typeStem.size()) : idStem;
    return rest.isEmpty() ? !typeStem.isEmpty() : isRowOfAnyTable({rest.back()});
}

/// `assigned_to` beside assigned_type: the id of whom it was assigned to.
bool isAssignee(const QStringList& typeStem, const QStringList& idStem)
{
    return !typeStem.isEmpty() && idStem.size() == typeStem.size() + 1 &&
           (idStem.back() == QLatin1String("to") || idStem.back() == QLatin1String("by")) &&
           idStem.first(typeStem.size()) == typeStem;
}

bool endsWithContent(const QStringList& stem)
{
    return !stem.isEmpty() &&
           (stem.back() == QLatin1String("content") || stem.back() == QLatin1String("contenttype"));
}

} // namespace

std::optional<TypeReading> readTypeName(const QStringList& words)
{
    const auto name = typeColumnName(words);
    return name ? std::optional(TypeReading{*name, joinedStem(name->stem)}) : std::nullopt;
}

IdReading readIdName(const QStringList& words)
{
    const IdColumnName name = idColumnName(words);
    return {name, joinedStem(name.stem)};
}

std::optional<PairMatch> matchNames(const TypeReading& type, const IdReading& id)
{
    const QStringList& typeStem = type.name.stem;
    const QStringList& idStem = id.name.stem;
    const bool same = !idStem.isEmpty() && type.stem == id.stem;
    if (id.name.word == IdWord::None && isAssignee(typeStem, idStem))
        return PairMatch{PairForm::SameStem, typeStem};
    if (id.name.word == IdWord::None)
        return same && type.name.form == TypeColumnForm::Type
                   ? std::optional(PairMatch{PairForm::NoIdWord, typeStem})
                   : std::nullopt;
    switch (type.name.form) {
    case TypeColumnForm::Type:
        if (same)
            return PairMatch{PairForm::SameStem, typeStem};
        if (typeStem.isEmpty() && (isAbility(idStem) || isRowOfAnyTable(idStem)))
            return PairMatch{PairForm::NoStem, idStem};
        if (isRowOfAnyTable(typeStem) && isRowOfAnyTable(idStem))
            return PairMatch{PairForm::TwoGeneric, idStem};
        break;
    case TypeColumnForm::Table:
        if (same)
            return PairMatch{PairForm::TableWord, idStem};
        if (isRowBehind(typeStem, idStem))
            return PairMatch{type.name.weak ? PairForm::TwoGeneric : PairForm::TableWord, idStem};
        break;
    case TypeColumnForm::Registry:
        if (endsWithContent(typeStem) && (isRowBehind(typeStem.first(typeStem.size() - 1), idStem)))
            return PairMatch{PairForm::ContentType, idStem};
        if (same)
            return PairMatch{PairForm::SameStem, typeStem};
        if (isRowBehind(typeStem, idStem) &&
            (type.name.tables || typeStem.isEmpty() || isRowOfAnyTable({typeStem.back()})))
            return PairMatch{type.name.weak ? PairForm::TwoGeneric : PairForm::Registry, idStem};
        break;
    case TypeColumnForm::Bare:
        if (same)
            return PairMatch{PairForm::Bare, typeStem};
        break;
    }
    return std::nullopt;
}

PairStem stemKind(const QStringList& stem)
{
    if (isAbility(stem))
        return PairStem::Ability;
    if (isActor(stem))
        return PairStem::Actor;
    return isGenericThing(stem) ? PairStem::Generic : PairStem::Thing;
}

} // namespace cadastre
