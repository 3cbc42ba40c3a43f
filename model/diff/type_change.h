// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What another column type means for the values in it. Types of different engines are compared by
// what they hold: kind of values, length, precision.
#pragma once

#include "model/catalog/source.h"

namespace cadastre {

enum class TypeChange : std::uint8_t {
    Same,
    Spelled,  ///< another name of the same type, or a display width
    Widened,  ///< everything that fitted still fits
    Narrowed, ///< something that fitted may not fit any more
    Changed,  ///< values of another kind, or not comparable
};

/// Of full type texts ("numeric(10,2)", "int(10) unsigned").
TypeChange typeChange(Engine before, const QString& typeBefore, Engine after,
                      const QString& typeAfter);

} // namespace cadastre
