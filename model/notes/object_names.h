// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// As named or as meant: which of an object's two names people see first, its real one or what its
// @called note says it should be called. Statements and keys always use the real one.
#pragma once

#include "model/notes/commented_catalog.h"

namespace cadastre {

struct ObjectNames
{
    std::shared_ptr<const CommentedCatalog> comments; ///< null: nobody said anything
    bool asMeant = false;

    /// Whether what it says is about the objects of this catalog.
    [[nodiscard]] bool areOf(const Catalog* catalog) const
    {
        return comments != nullptr && comments->catalog().get() == catalog;
    }
    /// What the object should be called; empty where that is its name, or nobody said so.
    [[nodiscard]] QString meant(ObjectRef object) const;
    /// The name that stands first.
    [[nodiscard]] QString first(ObjectRef object) const;
    /// The other one, quietly behind it; empty where there is only one.
    [[nodiscard]] QString second(ObjectRef object) const;
    /// "tmp_orders (orders)" or "orders (tmp_orders)" of what displayName() gives; that alone where
    /// there is only one name.
    [[nodiscard]] QString displayName(ObjectRef object) const;
};

} // namespace cadastre
