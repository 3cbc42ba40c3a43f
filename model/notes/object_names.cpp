// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "model/notes/object_names.h"

namespace cadastre {

QString ObjectNames::meant(ObjectRef object) const
{
    if (comments == nullptr)
        return {};
    const QString called = comments->calledName(object);
    return called == comments->catalog()->base(object).name ? QString() : called;
}

QString ObjectNames::first(ObjectRef object) const
{
    const QString called = asMeant ? meant(object) : QString();
    return called.isEmpty() ? comments->catalog()->base(object).name : called;
}

QString ObjectNames::second(ObjectRef object) const
{
    const QString called = meant(object);
    if (called.isEmpty())
        return {};
    return asMeant ? comments->catalog()->base(object).name : called;
}

QString ObjectNames::displayName(ObjectRef object) const
{
    const QString name = comments->catalog()->displayName(object);
    const QString called = meant(object);
    if (called.isEmpty())
        return name;
    return asMeant ? QStringLiteral("%1 (%2)").arg(called, name)
                   : QStringLiteral("%1 (%2)").arg(name, called);
}

} // namespace cadastre
