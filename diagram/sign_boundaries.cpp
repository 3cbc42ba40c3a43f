// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "diagram/sign_boundaries.h"

namespace cadastre {

namespace {

using Point = QPointF;

void addParts(QPainterPath& path, std::initializer_list<Point> points)
{
    auto point = points.begin();
    path.moveTo(*point);
    while (++point != points.end())
        path.lineTo(*point);
}

void addWarningTriangle(SignOutline& sign)
{
    addParts(sign.stroke, {{8, 1.6}, {14.2, 12.6}, {1.8, 12.6}});
    sign.stroke.closeSubpath();
    addParts(sign.stroke, {{8, 5.8}, {8, 8.6}});
    sign.fill.addEllipse(Point(8, 10.7), 0.95, 0.95);
}

/// Gates stand on lines, on a disc of the background.
SignOutline gateOutline(bool undecided)
{
    SignOutline sign;
    sign.hollow.addEllipse(Point(8, 8), undecided ? 9 : 7.5, undecided ? 9 : 7.5);
    if (undecided) {
        addWarningTriangle(sign);
        return sign;
    }
    addParts(sign.stroke, {{4.6, 2.6}, {4.6, 13.4}});
    addParts(sign.stroke, {{11.4, 2.6}, {11.4, 13.4}});
    addParts(sign.stroke, {{4.6, 5.4}, {11.4, 5.4}});
    sign.fill.addEllipse(Point(8, 9.8), 1.3, 1.3);
    return sign;
}

/// What a table is to other boundaries.
SignOutline exposureOutline(bool contract)
{
    SignOutline sign;
    if (contract) { // a sealed sheet
        addParts(sign.stroke, {{9, 13.6}, {2.6, 13.6}, {2.6, 1.8}, {12.6, 1.8}, {12.6, 6}});
        addParts(sign.stroke, {{5.2, 5}, {10, 5}});
        addParts(sign.stroke, {{5.2, 8}, {7.6, 8}});
        sign.fill.addEllipse(Point(11.6, 10), 3, 3);
        addParts(sign.fill, {{9.9, 11.8}, {9.9, 15.6}, {11.6, 14.2}, {13.3, 15.6}, {13.3, 11.8}});
        sign.fill.closeSubpath();
        return sign;
    }
    sign.stroke.addRoundedRect(QRectF(1.8, 1.8, 8.4, 8.4), 1.4, 1.4);
    addParts(sign.stroke, {{12.4, 5.8}, {14.2, 5.8}, {14.2, 14.2}, {5.8, 14.2}, {5.8, 12.4}});
    return sign;
}

SignOutline boundaryOutline(Sign kind)
{
    SignOutline sign;
    switch (kind) {
    case Sign::Service:
        addParts(sign.stroke,
                 {{8, 1.4}, {13.8, 4.7}, {13.8, 11.3}, {8, 14.6}, {2.2, 11.3}, {2.2, 4.7}});
        sign.stroke.closeSubpath();
        sign.fill.addEllipse(Point(8, 8), 2.1, 2.1);
        break;
    case Sign::Module:
        sign.stroke.addRoundedRect(QRectF(1.8, 1.8, 12.4, 12.4), 1.6, 1.6);
        sign.fill.addRoundedRect(QRectF(5, 5, 6, 6), 1, 1);
        break;
    case Sign::SharedBoundary:
        sign.stroke.addEllipse(Point(5.8, 8), 4.4, 4.4);
        sign.stroke.addEllipse(Point(10.2, 8), 4.4, 4.4);
        break;
    case Sign::External:
        addParts(sign.stroke, {{6.6, 3}, {2.2, 3}, {2.2, 13.8}, {13, 13.8}, {13, 9.4}});
        addParts(sign.stroke, {{7.4, 8.6}, {14, 2}});
        addParts(sign.stroke, {{9.6, 2}, {14, 2}, {14, 6.4}});
        break;
    default:
        sign.stroke.addEllipse(Point(8, 8), 6.4, 6.4);
        sign.stroke.moveTo(5.9, 6.6);
        sign.stroke.cubicTo(5.9, 3.4, 10.3, 3.6, 10.1, 6.4);
        sign.stroke.cubicTo(10, 7.8, 8, 7.8, 8, 9.4);
        sign.fill.addEllipse(Point(8, 11.6), 0.95, 0.95);
    }
    return sign;
}

} // namespace

SignOutline boundarySignOutline(Sign sign)
{
    switch (sign) {
    case Sign::Gate:
    case Sign::UndecidedGate:
        return gateOutline(sign == Sign::UndecidedGate);
    case Sign::Undecided: {
        SignOutline triangle;
        addWarningTriangle(triangle);
        return triangle;
    }
    case Sign::Contract:
    case Sign::Replica:
        return exposureOutline(sign == Sign::Contract);
    default:
        return boundaryOutline(sign);
    }
}

} // namespace cadastre
